/**
 * Lets a reader come nearer to the map inside it: buttons, + and − and arrows, the wheel with Ctrl, two fingers, dragging.
 * It only changes which part of the drawing is shown, so links, colours and titles stay those of the server.
 */
import { zoomButton } from './map-button.ts';
import { middleOf, moved, NEAREST, onTheWay, type Seen, type Size, zoomed, zoomOf } from './map-view.ts';

const STEP = 1.6;
/** A push of the arrows: this part of what is seen. */
const PUSH = 0.2;
const GLIDE_MS = 160;
/** A hand is never quite still when it clicks. */
const STILL_PX = 5;
type Point = readonly [x: number, y: number];

export class SplotMap extends HTMLElement {
  private svg: SVGSVGElement | null = null;
  private whole: Size = { width: 1, height: 1 };
  private seen: Seen = { x: 0, y: 0, width: 1, height: 1 };
  /** What is drawn just now; it follows `seen`. */
  private drawn = this.seen;
  private frame = 0;
  private readonly fingers = new Map<number, Point>();
  private pressed: Point = [0, 0];
  private dragging = false;
  private readonly nearer = zoomButton('in', () => this.zoom(STEP));
  private readonly farther = zoomButton('out', () => this.zoom(1 / STEP));
  private readonly all = zoomButton('reset', () => this.zoom(0));
  private readonly level = document.createElement('output');

  connectedCallback(): void {
    const svg = this.querySelector('svg');
    if (!svg || this.svg) return;
    this.svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = { width, height };
    this.seen = { x, y, width, height };
    this.drawn = this.seen;
    this.level.className = 'visually-hidden';
    const bar = document.createElement('div');
    bar.className = 'map-zoom';
    for (const button of [this.nearer, this.farther, this.all]) {
      button.ariaLabel = this.dataset[button.value] ?? '';
      button.title = button.ariaLabel;
      bar.append(button);
    }
    this.append(bar, this.level);
    this.draw();
    this.addEventListener('keydown', (event) => this.key(event));
    svg.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    svg.addEventListener('focusin', (event) => this.bringIn(event));
    svg.addEventListener('pointerdown', (event) => this.press(event));
    svg.addEventListener('pointermove', (event) => this.drag(event));
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
      svg.addEventListener(end, (event) => this.fingers.delete(event.pointerId));
    // One finger scrolls the page as long as the whole map is seen.
    svg.addEventListener(
      'touchmove',
      (event) => this.isNear(event.touches.length) && event.preventDefault(),
      {
        passive: false,
      },
    );
    svg.addEventListener('dragstart', (event) => event.preventDefault());
    // The end of a drag is no click on what happens to lie there; Enter on a link (detail 0) is one.
    svg.addEventListener('click', (event) => this.dragging && event.detail > 0 && event.preventDefault());
  }

  private isNear(fingers = 1): boolean {
    return fingers > 1 || zoomOf(this.whole, this.seen) > 1.001;
  }

  /** Where a point of the window lies on the drawing. */
  private at(x: number, y: number): Point {
    const { left, top, width, height } = (this.svg ?? this).getBoundingClientRect();
    const { seen } = this;
    return [seen.x + ((x - left) / width) * seen.width, seen.y + ((y - top) / height) * seen.height];
  }

  /** By buttons and keys, about the middle; 0 shows everything. */
  private zoom(factor: number): void {
    this.show(zoomed(this.whole, this.seen, factor, middleOf(this.seen)), true);
    this.level.value = (this.dataset.level ?? '').replace(
      '{n}',
      `${Math.round(100 * zoomOf(this.whole, this.seen))}`,
    );
  }

  private push(dx: number, dy: number): void {
    const { width, height } = this.seen;
    this.show(moved(this.whole, this.seen, dx * PUSH * width, dy * PUSH * height), true);
  }

  private show(seen: Seen, glide = false): void {
    cancelAnimationFrame(this.frame);
    this.seen = seen;
    if (!glide || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.drawn = seen;
      this.draw();
      return;
    }
    const from = this.drawn;
    const began = performance.now();
    const step = (now: number) => {
      const part = Math.min(Math.max((now - began) / GLIDE_MS, 0), 1);
      this.drawn = onTheWay(from, seen, part);
      this.draw();
      if (part < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  private draw(): void {
    const { svg, drawn } = this;
    if (!svg) return;
    const zoom = zoomOf(this.whole, drawn);
    svg.setAttribute('viewBox', `${drawn.x} ${drawn.y} ${drawn.width} ${drawn.height}`);
    svg.style.setProperty('--zoom', String(zoom));
    // Small beside a narrow map, marks and names grow to their full size as the reader comes nearer, and no further.
    const shrunk = Math.min(1, svg.clientWidth / this.whole.width || 1);
    svg.style.setProperty('--mark', String(Math.min(1, shrunk * zoom) / (shrunk * zoom)));
    svg.toggleAttribute('data-zoomed', this.isNear());
    svg.toggleAttribute('data-near', zoom >= Number(this.dataset.near));
    // Not `disabled`, which would take the focus away under the finger that presses.
    this.nearer.ariaDisabled = String(zoom >= NEAREST);
    // What has nothing to do covers nothing; whoever pressed it goes on beside it.
    const far = !this.isNear();
    if (far && (this.farther.matches(':focus') || this.all.matches(':focus'))) this.nearer.focus();
    this.farther.hidden = far;
    this.all.hidden = far;
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === '+' || key === '=') this.zoom(STEP);
    else if (key === '-') this.zoom(1 / STEP);
    else if (!this.isNear()) return;
    else if (key === '0') this.zoom(0);
    else if (key === 'ArrowLeft') this.push(-1, 0);
    else if (key === 'ArrowRight') this.push(1, 0);
    else if (key === 'ArrowUp') this.push(0, -1);
    else if (key === 'ArrowDown') this.push(0, 1);
    else return;
    event.preventDefault();
  }

  /** The wheel alone scrolls the page; with Ctrl, which is also what two fingers on a touchpad send, it comes nearer. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    const factor = Math.exp((-event.deltaY * lines) / 300);
    this.show(zoomed(this.whole, this.seen, factor, this.at(event.clientX, event.clientY)));
  }

  /** Whoever walks through the links by keyboard sees the one they are on. */
  private bringIn({ target }: FocusEvent): void {
    if (!this.svg || !this.isNear() || !(target instanceof Element) || !target.matches(':focus-visible'))
      return;
    const link = target.getBoundingClientRect();
    const frame = this.svg.getBoundingClientRect();
    const [x, y] = [link.x + link.width / 2, link.y + link.height / 2];
    if (x > frame.left && x < frame.right && y > frame.top && y < frame.bottom) return;
    const [toX, toY] = this.at(x, y);
    const [fromX, fromY] = middleOf(this.seen);
    this.show(moved(this.whole, this.seen, toX - fromX, toY - fromY), true);
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
    this.pressed = [event.clientX, event.clientY];
    this.dragging = this.fingers.size > 1;
  }

  private drag(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before || !this.isNear(this.fingers.size)) return;
    const now: Point = [event.clientX, event.clientY];
    this.dragging ||= Math.hypot(now[0] - this.pressed[0], now[1] - this.pressed[1]) > STILL_PX;
    if (!this.dragging) return;
    // Not before it moves: a link would never hear of its click.
    this.svg?.setPointerCapture(event.pointerId);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    const held = this.at(...(other ? between(before, other) : before));
    const to = other ? between(now, other) : now;
    if (other) {
      const factor = apart(now, other) / Math.max(apart(before, other), 1);
      this.seen = zoomed(this.whole, this.seen, factor, held);
    }
    const here = this.at(...to);
    this.show(moved(this.whole, this.seen, held[0] - here[0], held[1] - here[1]));
    this.fingers.set(event.pointerId, now);
  }
}

const between = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

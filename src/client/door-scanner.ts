/** The camera as a reader of square codes, where the browser can read them. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const LOOK_MS = 250;
/** The same code in front of the camera is one scan; away for so long and shown again, it is another. */
const AGAIN_MS = 3000;

const detectorClass = (): DetectorClass | undefined =>
  (window as unknown as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** Some browsers have the detector and no format it reads. */
export async function canScan(): Promise<boolean> {
  if (!('mediaDevices' in navigator)) return false;
  const formats: string[] =
    (await detectorClass()
      ?.getSupportedFormats()
      .catch(() => [])) ?? [];
  return formats.includes('qr_code');
}

/** Shows the picture before this element and calls `found` for each code. Answers how to stop; throws without a camera. */
export async function scan(before: Element, found: (code: string) => void): Promise<() => void> {
  const make = detectorClass();
  if (!make) throw new Error('no detector');
  const detector = new make({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  video.srcObject = stream;
  before.before(video);
  let last = '';
  let lastAt = 0;
  const timer = window.setInterval(async () => {
    const [code] = await detector.detect(video).catch(() => []);
    if (!code) return;
    const now = Date.now();
    if (code.rawValue !== last || now - lastAt > AGAIN_MS) found(code.rawValue);
    last = code.rawValue;
    lastAt = now;
  }, LOOK_MS);
  const stop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  };
  try {
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

/** What invented entities sell, by category: name, what it is, unit, price in złoty from–to, capacity a unit, CPV. */
export interface OfferTemplate {
  readonly name: string;
  readonly about: string;
  readonly unit: string;
  readonly price: readonly [number, number] | null;
  readonly capacity?: readonly [number, number, string];
  readonly cpv: readonly string[];
  readonly range?: number;
}

export const offer = (
  name: string,
  about: string,
  unit: string,
  price: OfferTemplate['price'],
  cpv: readonly string[],
  more: { capacity?: OfferTemplate['capacity']; range?: number } = {},
): OfferTemplate => ({ name, about, unit, price, cpv, ...more });

// Which names come first where there is no room for all.
import type { Places } from "../api/types";
import { kmBetween } from "./assets";

/** A place this many times smaller than a near town is its district or suburb. */
const SMALLER = 3;
/** Districts and suburbs wait for the zoom at which every village has its name. */
const LAST = 1_000;
/** From this population on a place can have districts that are places of their own. */
const TOWN = 30_000;

/** Places by how soon their names show: by population, those in a far larger town's built-up ground last. */
export function ranks({ lon, lat, population }: Places): number[] {
  const ranked = [...population];
  const towns = population.flatMap((people, i) => (people >= TOWN && lon[i] != null && lat[i] != null ? [i] : []));
  population.forEach((people, i) => {
    const [x, y] = [lon[i], lat[i]];
    if (people <= LAST || x == null || y == null) return;
    const inTown = towns.some((town) => {
      const size = population[town]!;
      const reach = builtUpKm(size);
      return size >= SMALLER * people && Math.abs(lat[town]! - y) * 111 <= reach && kmBetween(x, y, lon[town]!, lat[town]!) <= reach;
    });
    if (inTown) ranked[i] = LAST;
  });
  return ranked;
}

/** How far a town reaches from its centre: 13 km for 900,000 people, 2.4 km for 30,000. */
function builtUpKm(people: number): number {
  return 0.014 * Math.sqrt(people);
}

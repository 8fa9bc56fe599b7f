import type { api, Output } from '../../app/api.ts';

export type VenueMap = Output<typeof api.workVenues.map>;
export type StreetTile = VenueMap['streets'][number];
export type Venue = StreetTile['venues'][number];

import { undoSeeds } from '../support/undo-seeds.ts';

undoSeeds(501, 1000);

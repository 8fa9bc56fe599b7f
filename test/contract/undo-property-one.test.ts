import { undoSeeds } from '../support/undo-seeds.ts';

undoSeeds(1, 500);

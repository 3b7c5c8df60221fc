import { everyLog } from '../../apps/api/test/opened-log';
import { appraising } from './whole-year/appraising.steps';
import { correcting } from './whole-year/correcting.steps';
import { declaring } from './whole-year/declaring.steps';
import { founding } from './whole-year/founding.steps';
import { merging } from './whole-year/merging.steps';
import { publishing } from './whole-year/publishing.steps';
import { WholeYear } from './whole-year/work';

/** TP.HCM in 2026 with invented units (mẫu), from the opening of the year to a correction after it was published. */
describe.each(everyLog)('the whole year of a block, the log in %s', (log) => {
  let year: WholeYear;
  beforeAll(async () => {
    year = await WholeYear.begin(log);
  });
  afterAll(() => year.api.stop());

  describe('founding', () => founding(() => year));
  describe('two units become one', () => merging(() => year));
  describe('declaring', () => declaring(() => year));
  describe('appraising', () => appraising(() => year));
  describe('publishing', () => publishing(() => year));
  describe('correcting', () => correcting(() => year));
});

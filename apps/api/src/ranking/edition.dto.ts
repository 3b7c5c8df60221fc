import type { CorrectionNote, Since } from '@app/ranking';
import { Shown, ShownObject } from '../http/answers';
import { nullable } from './place.dto';

/** From when results count. */
export class SinceAnswer implements Since {
  @Shown('text', 'Position in the log')
  position!: string;

  @Shown('text', 'When')
  at!: string;
}

class TextChange {
  @Shown('text', 'Before', nullable)
  from!: string | null;

  @Shown('text', 'Now', nullable)
  to!: string | null;
}

class RankChange {
  @Shown('integer', 'Before', nullable)
  from!: number | null;

  @Shown('integer', 'Now', nullable)
  to!: number | null;
}

class DifferenceAnswer {
  @Shown('text', 'The unit')
  unitId!: string;

  @ShownObject(() => TextChange, 'Exact index %')
  index!: TextChange;

  @ShownObject(() => RankChange, 'Rank')
  rank!: RankChange;

  @ShownObject(() => TextChange, 'Class (xếp loại)')
  className!: TextChange;
}

/** What a correction says of itself. */
export class CorrectionAnswer implements CorrectionNote {
  @Shown('text', 'Digest of the results that were official before')
  supersedes!: string;

  @ShownObject(() => DifferenceAnswer, 'Every unit whose figures differ', { isArray: true })
  differences!: DifferenceAnswer[];

  @Shown('text', 'Reason')
  reason!: string;
}

import { type CaseList, ListCases, type UnitYear } from '@app/case-register';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Belonging } from '../auth/principal';

type Asked = Omit<ListCases['input'], 'except'>;

/** Cases about many units, as somebody may see them: none about a unit to which they belong, now or in its year, also along its lineage. */
@Injectable()
export class ListedCases {
  constructor(private readonly queries: QueryBus) {}

  /** Throws the refusals of ListCases. */
  async of(asked: Asked, belongs: Belonging): Promise<CaseList> {
    const strange = new Set<string>();
    const own: UnitYear[] = [];
    // What is left out is asked again without it: the pages are as long as for anybody else, and say nothing of what is not in them.
    for (;;) {
      const found = await this.queries.execute(new ListCases({ ...asked, except: own }));
      const before = own.length;
      for (const { unitId, year } of [...found.cases.map(({ entry }) => entry), ...found.halted]) {
        const key = `${year}.${unitId}`;
        if (strange.has(key) || own.some((one) => one.unitId === unitId && one.year === year)) continue;
        if (await belongs(unitId, year)) own.push({ unitId, year });
        else strange.add(key);
      }
      if (own.length === before) return found;
    }
  }
}

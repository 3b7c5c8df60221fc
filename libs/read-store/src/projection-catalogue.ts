import { Injectable } from '@nestjs/common';
import { UnknownProjection } from './errors';
import type { AnyProjection } from './projection';
import { sqlName } from './table-sql';

/** Every projection of the program. A read feature's module adds its own: `catalogue.add(scorecard(rulesets))`. */
@Injectable()
export class ProjectionCatalogue {
  private readonly projections = new Map<string, AnyProjection>();

  /** Throws when the name is taken, or when a name in it would need quoting in SQL. */
  add(projection: AnyProjection): void {
    const { name, version, tables } = projection;
    if (this.projections.has(name)) throw new Error(`Two projections are named ${name}`);
    if (!Number.isSafeInteger(version) || version < 1) throw new Error(`${name}: a version is a whole number from 1`);
    for (const [table, { columns, key }] of Object.entries(tables)) {
      [`${name}_${table}`, ...Object.keys(columns)].forEach(sqlName);
      if (key.length === 0 || !key.every((column) => Object.hasOwn(columns, column))) {
        throw new Error(`${name}.${table}: the key must name columns of the table`);
      }
    }
    this.projections.set(name, projection);
  }

  all(): readonly AnyProjection[] {
    return [...this.projections.values()];
  }

  /** Throws UnknownProjection. */
  get(name: string): AnyProjection {
    const projection = this.projections.get(name);
    if (!projection) throw new UnknownProjection(name);
    return projection;
  }
}

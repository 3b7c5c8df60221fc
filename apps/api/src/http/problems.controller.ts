import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access';
import { EdgeRefusal } from './edge-refusal';
import type { ProblemType } from './problem';
import { problemCatalogue } from './problem-catalogue';

/** The page that explains every `type` of problem; each `type` is an address below it. */
@ApiExcludeController()
@Public()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  all(): string {
    return page('Các loại lỗi', Object.entries(problemCatalogue));
  }

  @Get(':code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    const type = Object.hasOwn(problemCatalogue, code) ? problemCatalogue[code] : undefined;
    if (!type) throw new EdgeRefusal('http.not-found', 'Không có loại lỗi này; xem danh sách tại /problems.');
    return page(type.title, [[code, type]]);
  }
}

function page(title: string, types: readonly (readonly [string, ProblemType])[]): string {
  const sections = types.map(
    ([code, { status, title: heading, mend }]) =>
      `<section id="${code}"><h2>${heading}</h2><p><code>${code}</code>, HTTP ${status}</p><p>${mend.replace(/</g, '&lt;')}</p></section>`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${sections.join('')}</html>`;
}

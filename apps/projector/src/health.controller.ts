import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { Readiness, type ReadinessReport } from '@app/platform';
import type { Response } from 'express';

/** For orchestrators and operators. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 with what stands in the way, in Vietnamese, while the read models do not keep up. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.check();
    if (!report.ready) response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', '2');
    return report;
  }
}

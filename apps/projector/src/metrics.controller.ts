import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ProjectionMetrics } from './projection-metrics';

/** For Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: ProjectionMetrics) {}

  /** 503 while log or database do not answer: a scrape that fails is noticed (`up`), numbers that are missing from one are not. */
  @Get()
  async scrape(@Res({ passthrough: true }) response: Response): Promise<string> {
    const text = await this.metrics.measured();
    response.setHeader('Content-Type', this.metrics.contentType);
    if (text !== undefined) return text;
    response.status(HttpStatus.SERVICE_UNAVAILABLE).setHeader('Retry-After', '2');
    return '# Không đo được độ trễ của số liệu; /health/ready nói kho nào không trả lời.\n';
  }
}

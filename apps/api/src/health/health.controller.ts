import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Readiness } from '@app/platform';
import { Public } from '../auth/access';
import { EdgeRefusal } from '../http/edge-refusal';

class HealthAnswer {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

/** For load balancers and operators. */
@ApiTags('Tình trạng')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Log and database answer, and the read models keep up; else 503 that says what stands in the way',
  })
  @ApiOkResponse({ type: HealthAnswer })
  async ready(): Promise<HealthAnswer> {
    const { ready, problems } = await this.readiness.check();
    if (ready) return { status: 'ok' };
    const faults = problems.map(({ check, problem }) => ({ field: check, detail: problem }));
    const detail = problems.map(({ problem }) => problem).join(' ');
    throw new EdgeRefusal('http.not-ready', detail, faults, { 'Retry-After': '2' });
  }
}

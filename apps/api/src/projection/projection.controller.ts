import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProjectionHealth } from '@app/read-store';
import { QueryRoute } from '../http/routes';
import { ProjectionsAnswer, projectionsAnswerOf } from './projection.dto';

/** How far the read models are behind the log, and which are being rebuilt. For those who run the system. */
@ApiTags('Tình trạng')
@Controller('projections')
export class ProjectionController {
  constructor(private readonly health: ProjectionHealth) {}

  @QueryRoute(
    '',
    'How far is each read model, and which is being rebuilt?',
    { type: ProjectionsAnswer },
    'administrator-of-units',
    'auditor',
    'it-admin',
  )
  async all(): Promise<ProjectionsAnswer> {
    return projectionsAnswerOf(await this.health.check());
  }
}

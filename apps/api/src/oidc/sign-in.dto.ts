import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../http/fields';

export class SignInFilter {
  @TextField({ description: 'Name of the identity provider', max: 32 })
  issuer!: string;

  /** A path of ours: never to another site. */
  @ApiProperty({ type: String, required: false, description: 'Where to go afterwards: a path of this site' })
  @IsOptional()
  @MaxLength(500, { message: 'tối đa 500 ký tự' })
  @Matches(/^\/(?![/\\])[\x21-\x7e]*$/, { message: 'phải là đường dẫn trong trang này, bắt đầu bằng một dấu /' })
  returnTo?: string;

  @ApiProperty({
    enum: ['true'],
    required: false,
    description:
      'true: the provider asks who it is, also of somebody who is signed in: before signing off and publishing',
  })
  @IsOptional()
  @IsIn(['true'], { message: 'chỉ nhận giá trị true' })
  stepUp?: string;
}

/** What identity providers add when they send the browser back. */
export class ComingBack {
  @Given() code?: string;
  @Given() state?: string;
  @Given() iss?: string;
  @Given() session_state?: string;
  @Given() error?: string;
  @Given() error_description?: string;
  @Given() error_uri?: string;
  @Given() scope?: string;
}

function Given(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, required: false, description: 'As the identity provider gives it' })(target, name);
    IsOptional()(target, name);
    IsString()(target, name);
    MaxLength(4096)(target, name);
  };
}

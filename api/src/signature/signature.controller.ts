import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { SignatureReport } from '@thidua/workflows/register/document.schema';
import type { At } from '../platform/door/caller.js';
import { Answers } from '../platform/http/answers.js';
import { AtPlace } from '../platform/http/request.js';
import { SignatureService } from './signature.service.js';

@Controller('api/blocs/:bloc/documents/:id/signature')
export class SignatureController {
  constructor(private readonly signatures: SignatureService) {}

  @Get()
  @Answers(SignatureReport)
  report(@AtPlace() at: At, @Param('id', ParseUUIDPipe) id: string): Promise<SignatureReport> {
    return this.signatures.report(at, id);
  }
}

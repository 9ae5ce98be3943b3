import { Controller, Get, Inject } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { Problem } from '@thidua/workflows/problem';
import { SigningKeyList } from '@thidua/workflows/signature/keys.schema';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Caller } from '../platform/door/caller.js';
import { Reader } from '../platform/door/reader.js';
import { Answers } from '../platform/http/answers.js';
import { CurrentCaller } from '../platform/http/request.js';
import { surveyKeys } from './key-survey.js';

/** Which keys sign documents, told to the administrator by their certificates. */
@Controller('api/administration/keys')
export class SigningKeysController {
  constructor(
    private readonly reader: Reader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Answers(SigningKeyList)
  async list(@CurrentCaller() caller: Caller): Promise<SigningKeyList> {
    await this.reader.read({ blocId: null, provinceId: null, caller }, ({ rights }) => {
      if (!may(rights, 'read', 'SigningKey', {})) throw new Problem('not-found');
      return Promise.resolve();
    });
    return surveyKeys(this.config, caller.language);
  }
}

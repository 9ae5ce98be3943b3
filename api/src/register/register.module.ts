import { Module } from '@nestjs/common';
import { DocumentController } from './document.controller.js';
import { DocumentService } from './document.service.js';
import { RegisterController } from './register.controller.js';
import { RegisterService } from './register.service.js';

@Module({
  controllers: [DocumentController, RegisterController],
  providers: [DocumentService, RegisterService],
  exports: [DocumentService],
})
export class RegisterModule {}

import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { Enclosures } from '../platform/worker/enclosures.js';
import { Undelivered } from '../platform/worker/undelivered.js';
import { DispatchController } from './dispatch.controller.js';
import { DispatchMail } from './dispatch-mail.js';
import { DispatchService } from './dispatch.service.js';
import { ReceiptController } from './receipt.controller.js';
import { ReceiptLinkController } from './receipt-link.controller.js';
import { ReceiptLinks } from './receipt-links.js';
import { ReceiptService } from './receipt.service.js';

@Module({
  imports: [AccountModule],
  controllers: [DispatchController, ReceiptController, ReceiptLinkController],
  providers: [DispatchMail, DispatchService, ReceiptLinks, ReceiptService],
  exports: [DispatchService, ReceiptService],
})
export class DispatchModule {
  constructor(enclosures: Enclosures, undelivered: Undelivered, mail: DispatchMail) {
    enclosures.enclose('Dispatch', (delivery) => mail.enclose(delivery));
    undelivered.tell('Dispatch', (delivery, answer) => mail.tell(delivery, answer));
  }
}

import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import { gravestFirst, standing } from './deliveries.js';

const letter = (name: string, state: DeliveryView['state'], confirmedAt: string | null = null): DeliveryView => ({
  receiptId: '00000000-0000-4000-8000-000000000001',
  kind: 'unit',
  name,
  address: `${name}@khoi.example`,
  state,
  attempts: 1,
  answer: null,
  sentAt: null,
  nextAt: null,
  confirmedAt,
  confirmedBy: null,
  incomingNumber: null,
  incomingDate: null,
});
const NOON = '2020-12-15T05:00:00Z';

describe('the letters of a dispatch', () => {
  const letters = [
    letter('đã nhận', 'accepted', NOON),
    letter('đã tới', 'accepted'),
    letter('đang gửi', 'queued'),
    letter('bị trả', 'refused'),
    letter('hỏng', 'failed'),
    letter('bị trả mà đã nhận', 'refused', NOON),
  ];

  it('stand by how grave they are, then in their order', () =>
    expect(gravestFirst(letters).map(({ name }) => name)).toEqual([
      'bị trả',
      'hỏng',
      'đang gửi',
      'đã tới',
      'đã nhận',
      'bị trả mà đã nhận',
    ]));

  it('are counted once each', () => expect(standing(letters)).toEqual({ lost: 2, queued: 1, waiting: 1, confirmed: 2 }));
});

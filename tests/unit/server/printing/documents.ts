import { createPrinter } from '../../../../src-server/printing/printer.ts'
import type { ReportDocument } from '../../../../src-server/printing/report-document.ts'
import type { ReceiptDocument } from '../../../../src-shared/receipts/receipt-document.ts'
import { readFont } from '../../../support/print-fonts.ts'

export const printer = createPrinter(readFont)

export function receipt(changes: Partial<ReceiptDocument> = {}): ReceiptDocument {
  return {
    format: 1,
    kind: 'receipt',
    number: 123,
    series: 'R',
    display_number: 'R-000123',
    site: {
      name: 'Harbour Street Park & Wash',
      address: ['12 Harbour Street', 'Kochi 682001'],
      registrations: [{ label: 'GSTIN', number: '32AAAAA0000A1Z5' }],
      phone: '+91 484 123 4567',
    },
    plate: 'KL-07-BX-1234',
    bay: 'A12',
    service: 'Parking, car',
    reference: 'T-7KQ2',
    entry: '2025-12-05T10:02:11+05:30',
    exit: '2025-12-05T12:45:22+05:30',
    issued_at: '2025-12-05T12:45:25+05:30',
    tariff: { id: 'tv_3', name: 'Day tariff 2025' },
    lines: [
      { text: 'First hour', amount_minor: 4000 },
      { text: '7 × 15 min', amount_minor: 7000 },
    ],
    discounts: [{ text: 'Regular customer', reason: 'agreed with the owner', amount_minor: 1000 }],
    tax: { label: 'GST', rate_bps: 1800, included: true, net_minor: 8475, amount_minor: 1525 },
    total_minor: 10000,
    currency: 'INR',
    tenders: [{ method: 'cash', amount_minor: 10000, received_minor: 50000, change_minor: 40000 }],
    shift_number: 42,
    attendant: 'Anitha Menon',
    clock: { state: 'trusted', uncertainty_ms: 12.4 },
    verification_url: 'https://harbour.example/verify/R-000123?k=9f8e7d6c5b4a',
    language: 'en-IN',
    footer: ['Thank you. Drive safely.'],
    ...changes,
  }
}

export const zReport: ReportDocument = {
  title: 'Z report, shift 42',
  site: { name: 'Harbour Street Park & Wash', address: ['12 Harbour Street, Kochi 682001'] },
  period: '5 December 2025, 06:00 to 14:02',
  generated_at: '5 December 2025, 14:02:11 +05:30',
  made: '2025-12-05T14:02:11+05:30',
  language: 'en-IN',
  currency: 'INR',
  demo: false,
  sections: [
    {
      title: 'Cash',
      fields: [
        { label: 'Opening float', value: { amount_minor: 200000 } },
        { label: 'Counted', value: { amount_minor: 1234500 } },
        { label: 'Attendant', value: 'Anitha Menon' },
      ],
    },
    {
      title: 'Receipts',
      tables: [
        {
          columns: [{ title: 'Number' }, { title: 'Service', share: 3 }, { title: 'Amount' }],
          rows: Array.from({ length: 90 }, (_, index) => [
            `R-${String(index + 1).padStart(6, '0')}`,
            index % 3 === 0 ? 'पूरी धुलाई (Full wash)' : 'Parking, car',
            { amount_minor: 4000 + index * 100 },
          ]),
          totals: ['Total', '', { amount_minor: 760500 }],
        },
      ],
      notes: ['Refunds are listed with their credit notes.'],
    },
  ],
}

/** What the server writes on receipts, credit notes and Z reports, in words that are frozen with them. */
export const moneyDocuments = {
  'money.parking': 'Parking',
  'money.refund': 'Refund',
  'money.discount': 'Discount',
  'money.discountPercent': 'Discount {percent}%',
  'money.noTax': 'Tax',
  'money.taxIdIndia': 'GSTIN',
  'money.taxId': 'Tax ID',
} as const

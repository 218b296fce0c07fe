/** An answer as long as a real one. */
export const sampleAnswer = {
  id: 'q3m0nJ4nS7mD0Qd3f8k2Xw',
  reference: 'P-7KQ4M',
  kind: 'parking',
  state: 'held',
  start: '2025-12-06T10:15:00+05:30',
  end: '2025-12-06T11:15:00+05:30',
  hold_expires_at: '2025-12-05T12:50:22.125+05:30',
  payment_expires_at: null,
  resource: { id: 'bench-bay-117', label: 'X117' },
  service: null,
  bay_class: 'car',
  plate: 'KL00004711',
  price: { amount_minor: 4000, currency: 'INR' },
  manage_token: 'h5Zs0rO1b1m1rO6s0o7w4m2Rk6gW3nV9u0d1e2f3g4h',
}

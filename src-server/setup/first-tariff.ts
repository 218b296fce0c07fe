import { demoTariff, plainTariff } from '../tariff/demo-tariff.ts'
import type { SiteRow, Transaction } from '../store/store.ts'

/** Writes the tariff that a site begins with. It has always been in force, so that no car can stand without a price. */
export async function insertFirstTariff(tx: Transaction, site: SiteRow): Promise<void> {
  const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: site.currency,
  }).resolvedOptions()
  await tx.insertTariffVersion({
    id: 'tariff-1',
    number: 1,
    name: site.demo ? 'Harbour Street' : 'First tariff',
    validFrom: 0,
    plan: JSON.stringify(site.demo ? demoTariff : plainTariff(digits)),
    createdAt: tx.at,
    createdBy: 'setup',
  })
}

import { currencyDigits } from '../../src-shared/format/money-text.ts'
import { demoTariff, plainTariff } from '../tariff/demo-tariff.ts'
import type { SiteRow, Store, Transaction } from '../store/store.ts'

/** Writes the tariff that a site begins with. It has always been in force, so that no car can stand without a price. */
export async function insertFirstTariff(tx: Transaction, site: SiteRow): Promise<void> {
  await tx.insertTariffVersion({
    id: 'tariff-1',
    number: 1,
    name: site.demo ? 'Harbour Street' : 'First tariff',
    validFrom: 0,
    plan: JSON.stringify(site.demo ? demoTariff : plainTariff(currencyDigits(site.currency))),
    createdAt: tx.at,
    createdBy: 'setup',
  })
}

/** The same for a site that was set up before there were tariffs. */
export async function ensureFirstTariff(store: Store): Promise<void> {
  const isMissing = await store.read(
    async (queries) => (await queries.site()) !== undefined && (await queries.tariffVersions()).length === 0,
  )
  if (!isMissing) return
  await store.write(async (tx) => {
    const site = await tx.site()
    if (site !== undefined) await insertFirstTariff(tx, site)
  })
}

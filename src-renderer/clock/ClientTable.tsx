import type { ClockClient } from '../../src-shared/api/clock-schemas.ts'
import { english } from '../../src-shared/i18n/messages/en/index.ts'
import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { formatUncertainty } from '../../src-shared/ui/clock-words.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { deviceClockWords } from './clock-words.ts'
import { Part, Table } from './Part.tsx'

const columns = ['name', 'kind', 'mode', 'uncertainty', 'device'] as const

/** Who follows Kerbside's time, how well they know it, and whose own clock is wrong. */
export function ClientTable({ clients }: { clients: readonly ClockClient[] }) {
  const t = useT()
  const someAreOff = clients.some((client) => deviceClockWords(client, t) !== null)
  return (
    <Part id="clock-clients" title={t('clock.clients.title')}>
      {clients.length === 0 ? (
        <EmptyState title={t('clock.clients.empty')} hint={t('clock.clients.emptyHint')} />
      ) : (
        <Table
          caption={t('clock.clients.caption')}
          columns={columns.map((column) => t(`clock.clients.column.${column}`))}
        >
          {clients.map((client, index) => (
            <ClientRow key={index} client={client} />
          ))}
        </Table>
      )}
      {someAreOff && <p className="field__hint">{t('clock.device.hint')}</p>}
    </Part>
  )
}

function ClientRow({ client }: { client: ClockClient }) {
  const t = useT()
  const { name, kind, mode, uncertainty_ms: uncertainty, device_offset_ms: device } = client
  const off = deviceClockWords(client, t)
  const modeKey = `clock.mode.${mode}`
  return (
    <tr>
      <th scope="row">{name === '' ? t('clock.clients.unnamed') : name}</th>
      <td>{t(`clock.kind.${kind}`)}</td>
      <td>{Object.hasOwn(english, modeKey) ? t(modeKey as MessageKey) : t('clock.clients.notSaid')}</td>
      <td className="tabular">
        {uncertainty === null ? t('clock.none') : t('clock.within', { span: formatUncertainty(uncertainty, t) })}
      </td>
      <td className={off === null ? 'tabular' : 'tabular clock-trouble'}>
        {off ?? (device === null ? t('clock.none') : t('clock.device.fine'))}
      </td>
    </tr>
  )
}

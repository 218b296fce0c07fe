import { formatTimeOfDay } from '../../src-shared/format/site-time.ts'
import { useServerTime } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ComboBox } from '../controls/ComboBox.tsx'
import { matchingZones } from './setup-rules.ts'

interface ZoneStepProps {
  readonly zones: readonly string[]
  readonly chosen: string
  readonly fault: string | undefined
  readonly onChoose: (zone: string) => void
}

/** One of all zones, with the time there by the server's clock as a check. */
export function ZoneStep({ zones, chosen, fault, onChoose }: ZoneStepProps) {
  const t = useT()
  const { serverTime } = useServerTime()
  const now =
    serverTime === null
      ? t('console.setup.timezoneChosen', { zone: chosen })
      : t('console.setup.timezoneNow', { zone: chosen, time: formatTimeOfDay(serverTime, chosen, t.language) })
  return (
    <div className="zone-picker">
      <ComboBox
        name="timezone"
        label={t('console.setup.timezone')}
        hint={t('console.setup.timezoneHint')}
        fault={fault}
        value={chosen}
        options={zones.map((zone) => [zone, zone.replaceAll('_', ' ')])}
        matches={(zone, typed) => matchingZones([zone], typed).length > 0}
        onValue={onChoose}
      />
      <p className="zone-picker__now">
        <strong>{now}</strong>
      </p>
    </div>
  )
}

import { useCallback, useEffect, useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import type { Printer } from '../../src-shared/desktop/printing.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'
import { rememberedPaper } from '../receipts/paper-choice.ts'
import { usePagePrint } from '../receipts/use-page-print.tsx'
import { choosePrinter, chosenPrinter, printerUses, type PrinterUse } from './printer-choice.ts'
import { PrintProblemNote } from './PrintProblemNote.tsx'

/** Which printers this computer prints on without asking. */
export function PrinterPart({ bridge }: { bridge: DesktopBridge }) {
  const t = useT()
  const [printers, setPrinters] = useState<readonly Printer[]>()
  const look = useCallback(
    () =>
      void bridge.printing.printers().then(setPrinters, () => {
        setPrinters([])
      }),
    [bridge],
  )
  useEffect(look, [look])
  return (
    <section className="dialog__section" aria-labelledby="printing-title">
      <h3 id="printing-title">{t('printing.title')}</h3>
      <p className="field__hint">{t('printing.hint')}</p>
      {printers?.length === 0 && <p className="note">{t('printing.noneHere')}</p>}
      {printerUses.map((use) => (
        <PrinterChoice key={use} use={use} printers={printers} />
      ))}
      <Button look="quiet" onClick={look}>
        {t('printing.look')}
      </Button>
    </section>
  )
}

/** @param printers undefined until the system has told */
function PrinterChoice({ use, printers }: { use: PrinterUse; printers: readonly Printer[] | undefined }) {
  const t = useT()
  const [chosen, setChosen] = useState(() => chosenPrinter(use))
  const { print, printing, sheet } = usePagePrint(use)
  const isGone = chosen !== null && printers !== undefined && !printers.some(({ name }) => name === chosen)
  const choose = (printer: string | null) => {
    choosePrinter(use, printer)
    setChosen(printer)
  }
  const test = () =>
    print(
      <>
        <h1>{t('printing.testTitle')}</h1>
        <p>{t(`printing.use.${use}`)}</p>
        <p>{chosen}</p>
      </>,
      use === 'receipts' ? rememberedPaper() : 'a4',
    )
  return (
    <>
      <Field label={t(`printing.use.${use}`)} {...(isGone ? { fault: t('printing.gone') } : {})}>
        {(tied) => (
          <select
            {...tied}
            className="input"
            value={chosen ?? ''}
            onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{t('printing.ask')}</option>
            {isGone && <option value={chosen}>{chosen}</option>}
            {printers?.map(({ name, title, trouble }) => (
              <option key={name} value={name}>
                {trouble === null
                  ? title
                  : t('printing.inTrouble', { printer: title, trouble: t(`printing.trouble.${trouble}`) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen !== null && (
        <Button aria-label={t('printing.testOf', { use: t(`printing.use.${use}`) })} onClick={() => void test()}>
          {t('printing.test')}
        </Button>
      )}
      <PrintProblemNote printing={printing} />
      {sheet}
    </>
  )
}

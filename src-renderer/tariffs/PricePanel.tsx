import { useState } from 'react'
import type { BayClass } from '../../src-shared/api/fields.ts'
import { useServerTimeSelector } from '../../src-shared/ui/server-time-hooks.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useSettled } from '../connection/use-settled.ts'
import { useSite } from '../shell/site.tsx'
import { PriceAnswer } from './PriceAnswer.tsx'
import { PriceComparison } from './PriceComparison.tsx'
import type { AskedTariff, PriceQuestion } from './price-question.ts'
import { QuestionFields } from './QuestionFields.tsx'

/** While somebody types, the server is not asked for each letter. */
const PAUSE_MS = 300

interface PricePanelProps {
  /** What is priced; null while a draft has errors. */
  readonly asked: AskedTariff | null
  /** The version to compare a draft with. */
  readonly inForceId?: string
}

/** Asks the server what a stay would cost: the lines of its price, the curve of a day, and what customers often do. */
export function PricePanel({ asked, inForceId }: PricePanelProps) {
  const t = useT()
  const { question, change } = useQuestion()
  const settled = useSettled(question, PAUSE_MS)
  const draft = useSettled(asked, PAUSE_MS)
  return (
    <section className="prices" aria-labelledby="prices">
      <h2 id="prices">{t('tariffs.prices.title')}</h2>
      <QuestionFields question={question} change={change} />
      {draft === null ? (
        <p className="note note--warning">{t('tariffs.prices.errors')}</p>
      ) : (
        <>
          <PriceAnswer asked={draft} question={settled} />
          <PriceComparison asked={draft} question={settled} {...(inForceId === undefined ? {} : { inForceId })} />
        </>
      )}
    </section>
  )
}

function useQuestion() {
  const { bay_classes: classes } = useSite()
  const today = useServerTimeSelector((state) => state.timeData?.date ?? '')
  const [question, setQuestion] = useState<PriceQuestion>(() => firstQuestion(classes[0]?.bay_class ?? 'car', today))
  const dated = question.date === '' ? { ...question, date: today, bookedDate: today } : question
  return { question: dated, change: (part: Partial<PriceQuestion>) => setQuestion({ ...dated, ...part }) }
}

function firstQuestion(bayClass: BayClass, date: string): PriceQuestion {
  return {
    bayClass,
    date,
    time: '10:00',
    hours: '2',
    minutes: '35',
    lostTicket: false,
    permit: false,
    isBooked: false,
    bookedDate: date,
    bookedTime: '12:00',
  }
}

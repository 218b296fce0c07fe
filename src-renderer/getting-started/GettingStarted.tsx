import { useT } from '../../src-shared/ui/translator.tsx'
import { firstSteps, laterSteps, stepCount, type LaterStep } from '../setup/steps.ts'
import { StepFrame } from '../setup/StepFrame.tsx'
import { goTo } from '../shell/hash-route.ts'
import { ClockStep } from './ClockStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { NetworkStep } from './NetworkStep.tsx'
import { TabletStep } from './TabletStep.tsx'

/** What comes after the account: the clock, the network, the first tablet. Nothing here is needed to go on. */
export function GettingStarted({ query }: { query: string }) {
  const t = useT()
  const asked = new URLSearchParams(query).get('step')
  const step = laterSteps.find((one) => one === asked) ?? laterSteps[0]
  const place = laterSteps.indexOf(step)
  const go = (to: LaterStep | undefined) => (to === undefined ? goTo('today') : goTo('start', `step=${to}`))
  const before = laterSteps[place - 1]
  return (
    <div className="getting-started">
      <StepFrame
        number={firstSteps.length + place + 1}
        total={stepCount}
        title={t(`start.${step}.title`)}
        lead={t(`start.${step}.lead`)}
        next={t(step === 'done' ? 'start.finish' : 'start.next')}
        onNext={() => go(laterSteps[place + 1])}
        onBack={before && (() => go(before))}
      >
        <Fields step={step} />
      </StepFrame>
    </div>
  )
}

function Fields({ step }: { step: LaterStep }) {
  switch (step) {
    case 'clock':
      return <ClockStep />
    case 'network':
      return <NetworkStep />
    case 'tablet':
      return <TabletStep />
    case 'done':
      return <DoneStep />
  }
}

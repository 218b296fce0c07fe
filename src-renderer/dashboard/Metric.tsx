import type { ReactNode } from 'react'

interface MetricProps {
  readonly name: string
  readonly figure: number | string
  readonly detail: string
  /** What a figure of 0 means, in place of the detail. */
  readonly none?: string | undefined
  readonly href?: string
  readonly look?: 'wide' | 'money'
  readonly children?: ReactNode
}

/** A figure with its name and what it counts. */
export function Metric({ name, figure, detail, none, href, look, children }: MetricProps) {
  const isNone = figure === 0 && none !== undefined
  return (
    <div className={look === undefined ? 'metric' : `metric metric--${look}`} data-metric={name} data-none={isNone}>
      <div className="metric__words">
        <h3 className="metric__name">{href === undefined ? name : <a href={href}>{name}</a>}</h3>
        <p className="metric__figure tabular">{figure}</p>
        <p className="metric__detail tabular">{isNone ? none : detail}</p>
      </div>
      {children}
    </div>
  )
}

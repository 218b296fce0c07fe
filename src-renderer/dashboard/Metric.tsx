import type { ReactNode } from 'react'

interface MetricProps {
  readonly name: string
  readonly figure: number | string
  readonly detail: string
  readonly href?: string
  readonly look?: 'wide' | 'money'
  readonly children?: ReactNode
}

/** A figure with its name and what it counts. */
export function Metric({ name, figure, detail, href, look, children }: MetricProps) {
  return (
    <div className={look === undefined ? 'metric' : `metric metric--${look}`} data-metric={name}>
      <div className="metric__words">
        <h3 className="metric__name">{href === undefined ? name : <a href={href}>{name}</a>}</h3>
        <p className="metric__figure tabular">{figure}</p>
        <p className="metric__detail tabular">{detail}</p>
      </div>
      {children}
    </div>
  )
}

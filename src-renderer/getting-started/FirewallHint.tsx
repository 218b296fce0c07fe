import type { Network } from '../../src-shared/api/network-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { firewallCommands } from './firewall-commands.ts'

/** What to do where a tablet cannot open the page: most often a firewall keeps it out. */
export function FirewallHint({ network }: { network: Network }) {
  const t = useT()
  return (
    <details className="firewall">
      <summary>{t('start.firewall')}</summary>
      <p>{t('start.firewall.text', { port: String(network.port) })}</p>
      {firewallCommands(network).map(({ firewall, commands }) => (
        <div key={firewall}>
          <p className="field__label">{firewall}</p>
          {commands.map((command) => (
            <code className="firewall__command" key={command} dir="ltr">
              {command}
            </code>
          ))}
        </div>
      ))}
    </details>
  )
}

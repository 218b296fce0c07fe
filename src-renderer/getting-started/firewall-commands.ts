import type { Network } from '../../src-shared/api/network-schemas.ts'

/** What is typed as an administrator so that tablets come through: by the system, and by its firewall's own name. */
export function firewallCommands({
  platform,
  port,
}: Pick<Network, 'platform' | 'port'>): readonly { readonly firewall: string; readonly commands: readonly string[] }[] {
  switch (platform) {
    case 'windows':
      return [
        {
          firewall: 'Windows Defender',
          commands: [
            `netsh advfirewall firewall add rule name="Kerbside" dir=in action=allow protocol=TCP localport=${port} profile=private,domain`,
          ],
        },
      ]
    case 'macos': {
      const tool = 'sudo /usr/libexec/ApplicationFirewall/socketfilterfw'
      const application = '/Applications/Kerbside.app'
      return [{ firewall: 'macOS', commands: [`${tool} --add ${application}`, `${tool} --unblockapp ${application}`] }]
    }
    case 'linux':
    case 'other':
      return [
        { firewall: 'ufw', commands: [`sudo ufw allow ${port}/tcp`, 'sudo ufw allow 5353/udp'] },
        {
          firewall: 'firewalld',
          commands: [
            `sudo firewall-cmd --permanent --add-port=${port}/tcp --add-service=mdns`,
            'sudo firewall-cmd --reload',
          ],
        },
      ]
  }
}

import {readFileSync} from 'node:fs'
import {expect} from 'chai'

const {scripts} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

describe('the package', () => {
  it('has no script that runs, or is warned of, where it is installed', () => {
    expect(scripts).not.to.have.any.keys('preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare')
  })

  it('is built by `npm ci` in a checkout, and before it is packed', () => {
    expect(scripts['dependencies']).to.equal(scripts['prepack']).and.to.contain('build')
  })
})

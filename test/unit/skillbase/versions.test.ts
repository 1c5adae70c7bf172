import {expect} from 'chai'
import {virtualClock} from '../../../src/clock.ts'
import type {AppError} from '../../../src/errors.ts'
import {applySkillbase} from '../../../src/skillbase/apply-skillbase.ts'
import {cloneSkillbase} from '../../../src/skillbase/clone-skillbase.ts'
import {compareVersions} from '../../../src/skillbase/compare-versions.ts'
import {createSkillbase} from '../../../src/skillbase/create-skillbase.ts'
import {deleteSkillbase} from '../../../src/skillbase/delete-skillbase.ts'
import {getVersion} from '../../../src/skillbase/get-version.ts'
import {publishSkillbase, rollbackSkillbase} from '../../../src/skillbase/publish-skillbase.ts'
import type {Skillbase} from '../../../src/skillbase/schema/skillbase.ts'
import type {SkillbaseDeps} from '../../../src/skillbase/skillbase-deps.ts'
import {skillbaseForCall} from '../../../src/skillbase/skillbase-for-call.ts'
import {blankSkillbase} from '../../../src/skillbase/starter.ts'
import {toYaml} from '../../../src/skillbase/to-yaml.ts'
import {failure} from '../../helpers/failure.ts'
import {parseFixture, skillbaseOf} from '../../helpers/skillbases.ts'
import {onBothDatabases, someCall, someCompany} from '../../helpers/store.ts'

onBothDatabases('the versions of a skillbase', (under) => {
  const {skillbase: linear} = parseFixture('linear.yaml')
  let deps: SkillbaseDeps
  beforeEach(async () => {
    const {id: companyId} = await someCompany(under.store)
    deps = {skillbases: under.store.skillbases, companyId, clock: virtualClock(Date.UTC(2026, 10, 25))}
  })
  const worded = (text: string, from: Skillbase = linear): Skillbase => ({...from, context: {...from.context, rules: [text]}})
  const apply = (skillbase: Skillbase, options: Parameters<typeof applySkillbase>[1] = {}) => applySkillbase(skillbase, options, deps)
  const rulesOf = async (version?: number) => (await getVersion('notary', version, deps)).skillbase.context.rules

  it('begin with a draft, and stay at it while the file says the same', async () => {
    expect(await apply(linear)).to.include({slug: 'notary', version: 1, status: 'created', published: false})
    expect(await apply(structuredClone(linear))).to.include({version: 1, status: 'unchanged'})
  })

  it('D-35: are added, never changed', async () => {
    await apply(worded('первое'))
    const {status, version, changes} = await apply(worded('второе'))
    expect({status, version}).to.deep.equal({status: 'changed', version: 2})
    expect(changes).to.deep.equal([{kind: 'changed', path: 'context.rules[0]', before: 'первое', after: 'второе'}])
    expect(await rulesOf(1)).to.deep.equal(['первое'])
    expect(await rulesOf()).to.deep.equal(['второе'])
  })

  it('D-35: are not added over the work of someone else', async () => {
    await apply(worded('первое'), {ifVersion: 0})
    await apply(worded('второе'), {ifVersion: 1})
    const error = await failure(apply(worded('третье'), {ifVersion: 1}))
    expect(error).to.include({code: 'VERSION_CONFLICT', exitCode: 4})
    expect(await failure(apply(linear, {ifVersion: 0}))).to.include({code: 'VERSION_CONFLICT'})
    expect(await rulesOf()).to.deep.equal(['второе'])
  })

  it('D-35: come out one for each author when two apply at once', async () => {
    await apply(linear)
    await Promise.all([apply(worded('один')), apply(worded('два'))])
    expect(await deps.skillbases.versions(deps.companyId, (await deps.skillbases.find(deps.companyId, 'notary'))!.id)).to.have.length(3)
  })

  it('D-35: come out one for each of many, none of whom stated a version, however they meet', async () => {
    const authors = Array.from({length: 8}, (_, number) => `правило ${number}`)
    const applied = await Promise.all(authors.map((text) => apply(worded(text), {publish: true})))
    expect(applied.map(({version}) => version)).to.have.members([1, 2, 3, 4, 5, 6, 7, 8])
    const published = await Promise.all([3, 1, 2, 4, 1].map((version) => publishSkillbase('notary', version, deps)))
    expect(published.map(({version}) => version)).to.deep.equal([3, 1, 2, 4, 1])
  })

  it('never claim what nobody expected, when others do not stop', async () => {
    await apply(linear)
    const busy: SkillbaseDeps = {
      ...deps,
      skillbases: {
        ...deps.skillbases,
        atomically: (work) =>
          deps.skillbases.atomically((tx) => work({...tx, addVersion: (company, id, version) => tx.addVersion(company, id, version, 99)})),
      },
    }
    const error = (await failure(applySkillbase(worded('новое'), {}, busy))) as AppError
    expect(error).to.include({code: 'SKILLBASE_BUSY', exitCode: 4})
    expect(error.sentence.en).not.to.contain('expected')
    expect((await failure(applySkillbase(worded('новое'), {ifVersion: 1}, busy))).message).to.contain('expected version 99')
  })

  describe('of one in the archive', () => {
    const archive = async () => {
      const {id} = await apply(linear, {publish: true})
      await deps.skillbases.update(deps.companyId, id!, {status: 'archived'}, 1)
    }
    const status = async () => (await deps.skillbases.find(deps.companyId, 'notary'))!.status

    it('bring it back, and say so, with the version that answers calls again', async () => {
      await archive()
      const dry = await apply(worded('новое'), {dryRun: true})
      expect(dry).to.include({status: 'changed', broughtBack: true, answering: 1, dryRun: true})
      expect(await status()).to.equal('archived')
      expect(await apply(worded('новое'))).to.include({status: 'changed', version: 2, broughtBack: true, published: false, answering: 1})
      expect(await status()).to.equal('active')
      expect(await apply(worded('новое'))).not.to.have.property('broughtBack')
      await archive()
      expect(await apply(linear)).to.include({broughtBack: true})
    })

    it('leave it there when something of it fails, or when nobody wanted it back', async () => {
      await archive()
      const failing: SkillbaseDeps = {
        ...deps,
        skillbases: {
          ...deps.skillbases,
          atomically: (work) =>
            deps.skillbases.atomically((tx) => work({...tx, addVersion: () => Promise.reject(new Error('the disk is full'))})),
        },
      }
      expect(await failure(applySkillbase(worded('новое'), {}, failing))).to.include({message: 'the disk is full'})
      expect(await status()).to.equal('archived')
      expect(await failure(apply(linear, {keepArchived: true}))).to.include({code: 'SKILLBASE_ARCHIVED', exitCode: 7})
      expect(await status()).to.equal('archived')
    })
  })

  it('are only told under a dry run', async () => {
    expect(await apply(linear, {dryRun: true})).to.include({version: 1, status: 'created', dryRun: true})
    expect(await deps.skillbases.list(deps.companyId)).to.deep.equal([])
    await apply(linear)
    expect((await apply(worded('x'), {dryRun: true, publish: true})).changes).to.have.length(1)
    expect(await deps.skillbases.find(deps.companyId, 'notary')).to.include({headVersion: 1, publishedVersion: null})
  })

  it('follow the name and the description of the file', async () => {
    await apply(linear)
    await apply({...linear, name: 'Нотариус', description: 'У парка'})
    expect(await deps.skillbases.find(deps.companyId, 'notary')).to.include({name: 'Нотариус', description: 'У парка'})
  })

  it('D-43: answer calls only when published and not archived, and the error says which', async () => {
    expect(await failure(skillbaseForCall('notary', deps))).to.include({code: 'SKILLBASE_NOT_FOUND', exitCode: 3})
    await apply(worded('первое'))
    expect(await failure(skillbaseForCall('notary', deps))).to.include({code: 'NOT_PUBLISHED', exitCode: 7})
    await publishSkillbase('notary', undefined, deps)
    await apply(worded('черновик'))
    const {version, skillbase} = await skillbaseForCall('notary', deps)
    expect(version.version).to.equal(1)
    expect(skillbase.context.rules).to.deep.equal(['первое'])
    const stored = (await deps.skillbases.find(deps.companyId, 'notary'))!
    await deps.skillbases.update(deps.companyId, stored.id, {status: 'archived'}, 1)
    expect(await failure(skillbaseForCall('notary', deps))).to.include({code: 'SKILLBASE_ARCHIVED', exitCode: 7})
  })

  it('are not published with errors, and nothing is stored then', async () => {
    const broken = skillbaseOf(
      {id: 'broken', start: 'a', states: {a: {transitions: [{on: 'nobody', to: 'b'}], next: 'b'}, b: {type: 'end'}}},
      {slug: 'broken'},
    )
    expect(await failure(apply(broken, {publish: true}))).to.include({code: 'LINT_ERRORS', exitCode: 7})
    expect(await deps.skillbases.find(deps.companyId, 'broken')).to.equal(undefined)
    await apply(broken)
    expect(await failure(publishSkillbase('broken', undefined, deps))).to.include({code: 'LINT_ERRORS'})
  })

  it('are published once, and rolled back to what was published before', async () => {
    await apply(worded('первое'), {publish: true})
    expect(await publishSkillbase('notary', undefined, deps)).to.deep.equal({slug: 'notary', version: 1, previous: 1, changed: false})
    await apply(worded('второе'))
    expect(await failure(rollbackSkillbase('notary', 2, deps))).to.include({code: 'NEVER_PUBLISHED', exitCode: 7})
    await publishSkillbase('notary', 2, deps)
    expect(await rollbackSkillbase('notary', 1, deps)).to.include({version: 1, previous: 2, changed: true})
    expect(await failure(rollbackSkillbase('notary', 9, deps))).to.include({code: 'VERSION_NOT_FOUND', exitCode: 3})
  })

  it('are compared from the published one to the newest', async () => {
    await apply(worded('первое'), {publish: true})
    await apply(worded('второе'))
    await apply(worded('третье'))
    expect(await compareVersions('notary', {}, deps)).to.deep.include({from: 1, to: 3})
    expect((await compareVersions('notary', {from: 2, to: 2}, deps)).changes).to.deep.equal([])
  })

  it('are left behind by a copy, which has its own name and can be applied from its own file', async () => {
    await apply(worded('первое'))
    const copy = await cloneSkillbase({source: 'notary', slug: 'notary-north', name: 'Север'}, deps)
    expect(copy).to.include({slug: 'notary-north', name: 'Север', headVersion: 1})
    const {skillbase} = await getVersion('notary-north', undefined, deps)
    expect(toYaml(skillbase)).to.contain('slug: notary-north')
    expect(await apply(skillbase)).to.include({slug: 'notary-north', status: 'unchanged'})
    expect(await failure(cloneSkillbase({source: 'notary', slug: 'notary-north'}, deps))).to.include({
      code: 'SKILLBASE_EXISTS',
      exitCode: 4,
    })
  })

  it('go with their skillbase, unless calls refer to it: then it is archived and comes back when applied', async () => {
    await apply(linear)
    const stored = (await deps.skillbases.find(deps.companyId, 'notary'))!
    await someCall(under.store, deps.companyId, 1, stored.id)
    expect(await deleteSkillbase(stored, deps)).to.deep.equal({slug: 'notary', result: 'archived'})
    await apply(linear)
    expect((await deps.skillbases.find(deps.companyId, 'notary'))?.status).to.equal('active')
    const {id} = await createSkillbase({name: 'Пустой', from: blankSkillbase('ru')}, deps)
    const unused = (await deps.skillbases.find(deps.companyId, id!))!
    expect(await deleteSkillbase(unused, deps)).to.deep.equal({slug: 'pustoy', result: 'deleted'})
  })

  it('D-42: are made under a readable slug, with the company put in place of the made-up one', async () => {
    const starter = skillbaseOf({
      persona: {company: 'Ромашка'},
      greeting: {inbound: 'Ромашка, виртуальный помощник.'},
      states: {a: {type: 'end'}},
    })
    expect(await createSkillbase({name: 'Лунный "сад"', from: starter}, deps)).to.include({slug: 'lunnyy-sad', status: 'created'})
    const {skillbase} = await getVersion('lunnyy-sad', undefined, deps)
    expect(skillbase.flow.greeting.inbound).to.equal('Лунный "сад", виртуальный помощник.')
    expect(await failure(createSkillbase({name: 'Лунный сад', from: starter}, deps))).to.include({code: 'SKILLBASE_EXISTS', exitCode: 4})
    expect(await failure(createSkillbase({name: '???', from: starter}, deps))).to.include({code: 'SLUG_INVALID', exitCode: 2})
  })

  it('D-23: belong to one company: another one does not see them', async () => {
    await apply(linear)
    const {id: stranger} = await someCompany(under.store)
    const theirs = {...deps, companyId: stranger}
    const {id} = (await deps.skillbases.find(deps.companyId, 'notary'))!
    for (const reference of ['notary', id, id.slice(0, 20)]) {
      expect(await failure(getVersion(reference, undefined, theirs))).to.include({code: 'SKILLBASE_NOT_FOUND'})
    }
    expect(await applySkillbase(linear, {}, theirs)).to.include({status: 'created', version: 1})
  })
})

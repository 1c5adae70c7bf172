import {BaseCommand} from '../../src/cli/base-command.ts'

export default class SkillbaseSchema extends BaseCommand {
  static override summary = 'Print the JSON Schema of a skillbase, for editors and checks.'
  static override examples = ['<%= config.bin %> <%= command.id %> > skillbase.schema.json']

  async run(): Promise<unknown> {
    await this.parse(SkillbaseSchema)
    const {skillbaseJsonSchema} = await import('../../src/skillbase/json-schema.ts')
    const schema = skillbaseJsonSchema()
    if (!this.jsonEnabled()) this.log(JSON.stringify(schema, undefined, 2))
    return schema
  }
}

metadata description = 'The budget: who is told when half of it is spent, most of it, all of it, or when all of it will be.'

@description('Its name.')
param name string

@minValue(1)
@description('What a month may cost, in the currency of the subscription.')
param amount int

@description('The first day of the first month, yyyy-MM-01.')
param start string

@description('The action group that is told.')
param actionGroupId string

@description('The mail address that is told.')
param address string

var told = { enabled: true, contactEmails: [address], contactGroups: [actionGroupId] }

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      half: { ...told, operator: 'GreaterThanOrEqualTo', threshold: 50, thresholdType: 'Actual' }
      most: { ...told, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual' }
      all: { ...told, operator: 'GreaterThanOrEqualTo', threshold: 100, thresholdType: 'Actual' }
      soon: { ...told, operator: 'GreaterThanOrEqualTo', threshold: 100, thresholdType: 'Forecasted' }
    }
  }
}

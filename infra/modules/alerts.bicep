metadata description = 'What an operator is told of. docs/operations.md has a section for each alert.'

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('Who is told.')
param actionGroupId string

@description('Where callers reach the hub.')
param publicAddress string

@description('The workspace with the logs.')
param workspaceId string

@description('Application Insights, which asks the hub how it is.')
param appInsightsId string

@description('The Service Bus namespace.')
param serviceBusId string

@description('The translator.')
param translatorId string

// What the functions say in the log (phrase; a test looks for it in the code), and how often in a window is too often (over).
var sayings = [
  { name: 'message-given-up', phrase: 'was given up', severity: 1, window: 'PT15M', over: 0 }
  { name: 'channel-late', phrase: 'minutes late', severity: 1, window: 'PT15M', over: 0 }
  { name: 'mail-fails', phrase: 'Channel outbox has failed', severity: 1, window: 'PT15M', over: 0 }
  { name: 'inbox-fails', phrase: 'Channel mailbox has failed', severity: 1, window: 'PT15M', over: 0 }
  { name: 'mail-paused', phrase: 'Channel outbox is paused', severity: 1, window: 'PT15M', over: 0 }
  { name: 'mail-disabled', phrase: 'Channel outbox is disabled', severity: 0, window: 'PT15M', over: 0 }
  { name: 'endpoint-disabled', phrase: 'Channel webhooks is disabled', severity: 2, window: 'PT1H', over: 0 }
  { name: 'log-does-not-verify', phrase: 'The log does not verify', severity: 0, window: 'P1D', over: 0 }
  { name: 'storage-not-available', phrase: 'torage is not available', severity: 1, window: 'PT15M', over: 3 }
  { name: 'clock-wrong', phrase: 'seconds ahead of storage', severity: 2, window: 'PT1H', over: 0 }
]

// What the functions' host and Azure write down by themselves.
var queries = [
  {
    name: 'errors-answered'
    query: 'AppRequests | where toint(ResultCode) >= 500'
    operator: 'GreaterThan'
    threshold: 5
    severity: 1
    window: 'PT15M'
  }
  {
    name: 'sweep-stopped'
    query: 'AppTraces | where Message startswith "Executed \'Functions.Sweep\' (Succeeded"'
    operator: 'LessThan'
    threshold: 5
    severity: 0
    window: 'PT15M'
  }
  {
    name: 'logs-capped'
    query: '_LogOperation | where Category =~ "Ingestion" | where Detail contains "OverQuota"'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
    window: 'PT1H'
  }
  {
    name: 'malware-found'
    query: 'union isfuzzy=true (print ScanResultType = ""), StorageMalwareScanningResults | where ScanResultType == "Malicious"'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
    window: 'PT1H'
  }
]

// One alert for each value of the dimension: it says which queue, or which operation. A queue's messages must have been there all the time.
// Dead letters are forwarded to `failures` and listed from there: one that stays where it died was not, and nothing will take it away.
var metrics = [
  {
    name: 'failures-wait'
    scope: serviceBusId
    kind: 'Microsoft.ServiceBus/namespaces'
    metric: 'ActiveMessages'
    aggregation: 'Minimum'
    dimension: 'EntityName'
    values: ['failures']
    threshold: 0
    severity: 1
  }
  {
    name: 'dead-letters'
    scope: serviceBusId
    kind: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Minimum'
    dimension: 'EntityName'
    values: ['*']
    threshold: 0
    severity: 1
  }
  {
    name: 'queues-throttled'
    scope: serviceBusId
    kind: 'Microsoft.ServiceBus/namespaces'
    metric: 'ThrottledRequests'
    aggregation: 'Total'
    dimension: 'EntityName'
    values: ['*']
    threshold: 0
    severity: 2
  }
  {
    name: 'translator-errors'
    scope: translatorId
    kind: 'Microsoft.CognitiveServices/accounts'
    metric: 'TotalErrors'
    aggregation: 'Total'
    dimension: 'OperationName'
    values: ['*']
    threshold: 5
    severity: 2
  }
]

var said = map(sayings, s => {
  name: s.name
  query: 'AppTraces | where Message contains "${s.phrase}"'
  operator: 'GreaterThan'
  threshold: s.over
  severity: s.severity
  window: s.window
})

// Not validated: a table of Defender's is there only once it has found something.
resource query 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for q in concat(said, queries): {
    name: q.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: q.name
      severity: q.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: q.window
      autoMitigate: true
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: q.query
            timeAggregation: 'Count'
            operator: q.operator
            threshold: q.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId], customProperties: { page: 'docs/operations.md#${q.name}' } }
    }
  }
]

resource metric 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for m in metrics: {
    name: m.name
    location: 'global'
    tags: tags
    properties: {
      severity: m.severity
      enabled: true
      scopes: [m.scope]
      targetResourceType: m.kind
      targetResourceRegion: location
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: m.name
            metricNamespace: m.kind
            metricName: m.metric
            dimensions: [{ name: m.dimension, operator: 'Include', values: m.values }]
            timeAggregation: m.aggregation
            operator: 'GreaterThan'
            threshold: m.threshold
          }
        ]
      }
      actions: [{ actionGroupId: actionGroupId, webHookProperties: { page: 'docs/operations.md#${m.name}' } }]
    }
  }
]

// From three places, every five minutes. It also fails where the certificate ends within a month.
resource healthTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'healthz'
  location: location
  tags: { ...tags, 'hidden-link:${appInsightsId}': 'Resource' }
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'healthz'
    Name: 'healthz'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }, { Id: 'us-va-ash-azr' }, { Id: 'apac-sg-sin-azr' }]
    Request: { RequestUrl: '${publicAddress}/healthz', HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 30 }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'hub-not-reachable'
  location: 'global'
  tags: tags
  properties: {
    severity: 0
    enabled: true
    scopes: [healthTest.id, appInsightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: appInsightsId
      webTestId: healthTest.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId, webHookProperties: { page: 'docs/operations.md#hub-not-reachable' } }]
  }
}

resource serviceHealth 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: 'azure-has-trouble'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    scopes: [subscription().id]
    condition: { allOf: [{ field: 'category', equals: 'ServiceHealth' }] }
    actions: { actionGroups: [{ actionGroupId: actionGroupId, webhookProperties: { page: 'docs/operations.md#azure-has-trouble' } }] }
  }
}

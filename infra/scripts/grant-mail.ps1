<#
.SYNOPSIS
  Lets the hub's identity use Microsoft Graph's mail for the hub's own mailboxes, and for no other.
.DESCRIPTION
  Exchange's RBAC for Applications gives the rights and fences them at once. The application rights Mail.Send and Mail.ReadWrite must not be
  granted in Entra as well: a right given there holds for every mailbox of the tenant, and the two add up.
  Needs PowerShell 7, the module ExchangeOnlineManagement, and the role Organization Management (or Exchange Administrator). With the Azure CLI
  at hand, signed in, it also proves that nothing was granted in Entra.
  Run it again whenever the hub's mailboxes change: they are then exactly those named. The rights take effect within two hours.
.EXAMPLE
  infra/scripts/grant-mail.ps1 -ClientId $(azd env get-value HUB_IDENTITY_CLIENT_ID) -PrincipalId $(azd env get-value HUB_IDENTITY_PRINCIPAL_ID) `
    -Mailboxes directory@example.org -OtherMailbox somebody@example.org
#>
[CmdletBinding()]
param(
  # The client id of the hub's identity: output HUB_IDENTITY_CLIENT_ID.
  [Parameter(Mandatory)] [guid] $ClientId,
  # The object id of the hub's identity: output HUB_IDENTITY_PRINCIPAL_ID.
  [Parameter(Mandatory)] [guid] $PrincipalId,
  # The hub's mailboxes.
  [Parameter(Mandatory)] [string[]] $Mailboxes,
  # A mailbox that is none of the hub's, to prove that the fence holds.
  [Parameter(Mandatory)] [string] $OtherMailbox,
  # What the group, the scope and the assignments are called.
  [string] $Name = 'Directory hub'
)
$ErrorActionPreference = 'Stop'
Import-Module ExchangeOnlineManagement
Connect-ExchangeOnline -ShowBanner:$false

if (-not (Get-ServicePrincipal -Identity $PrincipalId -ErrorAction SilentlyContinue)) {
  New-ServicePrincipal -AppId $ClientId -ObjectId $PrincipalId -DisplayName $Name | Out-Null
}

$group = Get-DistributionGroup -Identity "$Name mailboxes" -ErrorAction SilentlyContinue
if (-not $group) {
  $group = New-DistributionGroup -Name "$Name mailboxes" -Type Security -Members $Mailboxes
  Set-DistributionGroup -Identity $group.Identity -HiddenFromAddressListsEnabled $true
}
Update-DistributionGroupMember -Identity $group.Identity -Members $Mailboxes -Confirm:$false

if (-not (Get-ManagementScope -Identity $Name -ErrorAction SilentlyContinue)) {
  New-ManagementScope -Name $Name -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.DistinguishedName)'" | Out-Null
}

foreach ($right in 'Application Mail.Send', 'Application Mail.ReadWrite') {
  $assignment = "$Name $right"
  if (-not (Get-ManagementRoleAssignment -Identity $assignment -ErrorAction SilentlyContinue)) {
    New-ManagementRoleAssignment -Name $assignment -App $ClientId -Role $right -CustomResourceScope $Name | Out-Null
  }
}

# A right given in Entra is in no scope, and the test below does not see it.
if (Get-Command az -ErrorAction SilentlyContinue) {
  $granted = az rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$PrincipalId/appRoleAssignments" --query 'value[].appRoleId' | ConvertFrom-Json
  if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI could not tell what was granted in Entra.' }
  if ($granted) { throw "Rights were granted in Entra too, for every mailbox of the tenant: take them away ($($granted -join ', '))." }
} else {
  Write-Warning "Without the Azure CLI this cannot see what was granted in Entra: the enterprise application $PrincipalId must have no permissions."
}

# In scope for each mailbox of the hub, out of scope for the other one: anything else is an error.
function Test-Scope([string] $mailbox, [bool] $expected) {
  $rights = Test-ServicePrincipalAuthorization -Identity $ClientId -Resource $mailbox
  $wrong = $rights | Where-Object { $_.InScope -ne $expected }
  if (-not $rights -or $wrong) { throw "$mailbox`: expected InScope $expected, found: $($rights | Out-String)" }
  Write-Host "$mailbox`: InScope $expected, as it should be."
}
foreach ($mailbox in $Mailboxes) { Test-Scope $mailbox $true }
Test-Scope $OtherMailbox $false

using Hub.Register.Contacts;
using Hub.Register.Problems;

namespace Hub.Notices.Recipients;

/// <summary>Checks what will stand in the head of mails: one address, and a name on one line.</summary>
public static class MailHeads
{
    private const int LongestName = 200;

    /// <summary>Adds a problem for each that cannot stand there.</summary>
    public static void Check(string address, string addressField, string name, string nameField, List<Problem> problems)
    {
        if (!EmailAddresses.IsValid(address))
            problems.Add(Problem.Refuse(ProblemCode.V09, addressField, address, "office@ministry.example"));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            problems.Add(Problem.Refuse(ProblemCode.F03, nameField, "Permanent Mission of Arvenia"));
    }
}

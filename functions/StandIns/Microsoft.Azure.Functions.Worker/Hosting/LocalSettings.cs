using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Brings the Values of local.settings.json into the environment; what the environment already says, stands.</summary>
internal static class LocalSettings
{
    public static void Load(string folder)
    {
        var path = Path.Combine(folder, "local.settings.json");
        foreach (var member in JsonFile.Read(path))
            Take(member, path);
    }

    private static void Take(JsonProperty member, string path)
    {
        switch (member.Name, member.Value.ValueKind)
        {
            case ("IsEncrypted", JsonValueKind.False):
                break;
            case ("IsEncrypted", _):
                throw new InvalidOperationException($"{path}: IsEncrypted must be false; the stand-in does not decrypt settings.");
            case ("Values", _):
                foreach (var value in JsonFile.Members(member.Value, $"{path}: Values"))
                    Set(value, path);
                break;
            default:
                throw new InvalidOperationException(
                    $"{path}: '{member.Name}' is unknown to the stand-in; it reads IsEncrypted and Values.");
        }
    }

    private static void Set(JsonProperty value, string path)
    {
        if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            throw new InvalidOperationException(
                $"{path}: Values: '{value.Name}' must be a string. Write nested settings as A__B, lists as A__0.");
        if (Environment.GetEnvironmentVariable(value.Name) is null)
            Environment.SetEnvironmentVariable(value.Name, value.Value.ToString());
    }
}

using System.Text;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Makes winmail.dat as Outlook does (MS-OXTNEF): one file in a package of attributes.</summary>
internal static class Tnef
{
    private const byte Attachment = 2;

    public static byte[] With(string name, string content)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x223E9F78);
        writer.Write((ushort)1);
        Attribute(writer, 1, 0x00089006, [0, 0, 1, 0]);
        Attribute(writer, Attachment, 0x00069002, new byte[14]);
        Attribute(writer, Attachment, 0x00018010, [.. Encoding.ASCII.GetBytes(name), 0]);
        Attribute(writer, Attachment, 0x0006800F, Encoding.UTF8.GetBytes(content));
        return bytes.ToArray();
    }

    private static void Attribute(BinaryWriter writer, byte level, int tag, byte[] value)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(value.Length);
        writer.Write(value);
        writer.Write((ushort)value.Sum(b => b));
    }
}

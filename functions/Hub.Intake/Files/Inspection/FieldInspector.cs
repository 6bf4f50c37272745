using System.Text;
using System.Xml;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>
/// Reads the instructions of fields in a Word document (ECMA-376 part 1 §17.16): some start a program, others fetch a file when the
/// document is opened. An instruction may be cut into many runs, and stand within another.
/// </summary>
internal sealed class FieldInspector
{
    private const int Longest = 4096;
    private const int MostDepth = 50;

    private static readonly HashSet<string> Active = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE", "DDEAUTO", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "EMBED", "MACROBUTTON", "DATABASE", "RD",
    };

    // The lowest is for what stands in no field.
    private readonly Stack<Field> _fields = new([new()]);

    /// <summary>Takes what an element says; throws where that must not be.</summary>
    public void Take(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "fldSimple":
                Check(element.GetAttribute("instr", element.NamespaceURI) ?? "");
                break;
            case "fldChar":
                Take(element.GetAttribute("fldCharType", element.NamespaceURI) ?? "");
                break;
            case "instrText":
                Append(element);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes the end of the part.</summary>
    public void End()
    {
        foreach (var field in _fields)
            Check(field.Instruction.ToString());
    }

    private void Take(string mark)
    {
        var field = _fields.Peek();
        switch (mark)
        {
            // An instruction whose beginning is made by another field does not say what it will do.
            case "begin" when _fields.Count > 1 && !field.HasResult && string.IsNullOrWhiteSpace(field.Instruction.ToString()):
                throw new RefusedFileException(ProblemCode.F11);
            case "begin" when _fields.Count > MostDepth:
                throw new RefusedFileException(ProblemCode.F15);
            case "begin":
                _fields.Push(new());
                break;
            case "separate":
                field.HasResult = true;
                break;
            case "end" when _fields.Count > 1:
                Check(_fields.Pop().Instruction.ToString());
                break;
            default:
                break;
        }
    }

    // Text and CDATA alike; what is longer than any instruction tells what it does at its beginning.
    private void Append(XmlReader element)
    {
        if (element.IsEmptyElement)
            return;
        var instruction = _fields.Peek().Instruction;
        for (var depth = element.Depth; element.Read() && element.Depth > depth;)
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                && instruction.Length < Longest)
                instruction.Append(element.Value.AsSpan(0, Math.Min(element.Value.Length, Longest)));
    }

    private static void Check(string instruction)
    {
        var kind = instruction.TrimStart().Split([' ', '\t', '\n', '\r', '"', '\\', '\u00A0'], 2)[0];
        if (Active.Contains(kind))
            throw new RefusedFileException(ProblemCode.F11);
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool HasResult { get; set; }
    }
}

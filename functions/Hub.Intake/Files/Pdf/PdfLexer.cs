using System.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Pdf;

/// <summary>A name or a keyword of a PDF.</summary>
/// <param name="Text">Its text, a name without its slash and with its escapes resolved.</param>
/// <param name="IsName">Whether it is a name.</param>
internal readonly record struct PdfToken(string Text, bool IsName);

/// <summary>Reads the names and keywords of a PDF (ISO 32000-1 §7.2), passing over strings, numbers and comments.</summary>
internal sealed class PdfLexer(Stream content)
{
    private const int LongestToken = 256;
    private readonly byte[] _buffer = new byte[Math.Clamp(content.Length, LongestToken, Bytes.Piece)];
    private long _bufferStart;
    private int _length;
    private int _at;

    /// <summary>Where the next byte is.</summary>
    public long Position => _bufferStart + _at;

    /// <summary>The next name or keyword; null at the end.</summary>
    public PdfToken? Next()
    {
        while (Read() is >= 0 and var b)
        {
            switch (b)
            {
                case '/':
                    return new(Name(), true);
                case '(':
                    SkipString();
                    break;
                case '%' when IsEnd():
                    return new("%%EOF", false);
                case '%':
                    SkipComment();
                    break;
                case var c when char.IsAsciiLetter((char)c):
                    return new(Keyword((char)c), false);
                default:
                    break;
            }
        }
        return null;
    }

    /// <summary>Passes over the end of the line behind "stream"; where its bytes begin.</summary>
    public long SkipLineEnd()
    {
        if (Peek() == '\r')
            Read();
        if (Peek() == '\n')
            Read();
        return Position;
    }

    /// <summary>Goes on behind the next occurrence of a text.</summary>
    public void SkipTo(long from, ReadOnlySpan<byte> text)
    {
        GoTo(from);
        while (true)
        {
            if (_length - _at < text.Length && !Refill())
                throw new RefusedFileException(ProblemCode.F18);
            var found = _buffer.AsSpan(_at, _length - _at).IndexOf(text);
            if (found >= 0)
            {
                _at += found + text.Length;
                return;
            }
            _at = _length - text.Length + 1;
        }
    }

    private string Name()
    {
        var name = new StringBuilder();
        while (IsRegular(Peek()))
        {
            var b = Read();
            if (b == '#' && Hex(Peek()) is >= 0 and var high)
            {
                Read();
                b = Hex(Peek()) is >= 0 and var low ? (high * 16) + low : throw new RefusedFileException(ProblemCode.F18);
                Read();
            }
            if (name.Length < LongestToken)
                name.Append((char)b);
        }
        return name.ToString();
    }

    private string Keyword(char first)
    {
        var word = new StringBuilder().Append(first);
        while (char.IsAsciiLetter((char)Math.Max(0, Peek())))
        {
            var b = Read();
            if (word.Length < LongestToken)
                word.Append((char)b);
        }
        return word.ToString();
    }

    private void SkipString()
    {
        for (var depth = 1; depth > 0;)
        {
            switch (Read())
            {
                case -1:
                    return;
                case '\\':
                    Read();
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsEnd()
    {
        if (_length - _at < 4)
            Refill();
        if (_length - _at < 4 || !_buffer.AsSpan(_at, 4).SequenceEqual("%EOF"u8))
            return false;
        _at += 4;
        return true;
    }

    private void SkipComment()
    {
        while (Read() is not (-1 or '\r' or '\n'))
        {
        }
    }

    private void GoTo(long position)
    {
        if (position >= _bufferStart && position <= _bufferStart + _length)
            _at = (int)(position - _bufferStart);
        else
            (_bufferStart, _length, _at) = (position, 0, 0);
    }

    private int Peek() => _at < _length || Refill() ? _buffer[_at] : -1;

    private int Read() => _at < _length || Refill() ? _buffer[_at++] : -1;

    // What is left moves to the front; false where nothing more came.
    private bool Refill()
    {
        var left = _length - _at;
        _buffer.AsSpan(_at, left).CopyTo(_buffer);
        (_bufferStart, _at, _length) = (_bufferStart + _at, 0, left);
        content.Position = _bufferStart + left;
        var read = content.Read(_buffer, left, _buffer.Length - left);
        _length += read;
        return read > 0;
    }

    private static bool IsRegular(int b) => b > ' ' && !"()<>[]{}/%".Contains((char)b);

    private static int Hex(int b) => b switch
    {
        >= '0' and <= '9' => b - '0',
        >= 'a' and <= 'f' => b - 'a' + 10,
        >= 'A' and <= 'F' => b - 'A' + 10,
        _ => -1,
    };
}

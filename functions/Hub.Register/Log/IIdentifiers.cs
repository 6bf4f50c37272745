namespace Hub.Register.Log;

/// <summary>Where new ids and random texts come from; tests hand in their own.</summary>
public interface IIdentifiers
{
    /// <summary>A new id whose text sorts by time: a UUID version 7 (RFC 9562 §5.7), 32 hexadecimal digits.</summary>
    string New();

    /// <summary>128 random bits, hexadecimal.</summary>
    string NewSalt();

    /// <summary>256 random bits for a secret, base64.</summary>
    string NewKey();

    /// <summary>A number from 0 up to, not including, 1.</summary>
    double Fraction();
}

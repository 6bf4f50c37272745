using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Log.Proofs;

namespace Hub.Rules.Tests.Register.Proofs;

/// <summary>
/// The tree against the vectors that Certificate Transparency's implementations test themselves with, and
/// against the definition of RFC 6962.
/// </summary>
public sealed class MerkleTreeTests
{
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_are_the_published_ones(int size, string root) => Assert.Equal(root, Hex(Tree().Root(size)));

    [Theory]
    [InlineData(
        2,
        5,
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    )]
    [InlineData(
        1,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
    )]
    [InlineData(
        6,
        8,
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    )]
    [InlineData(8, 8, "")]
    [InlineData(0, 8, "")]
    public void The_consistency_proofs_are_the_published_ones(int first, int second, string path) =>
        Assert.Equal(path, string.Join(' ', Tree().Consistency(first, second).Select(Hex)));

    [Fact]
    public void Root_and_proofs_of_any_size_are_those_of_the_definition() => Prop.ForAll(
        Gen.Choose(1, 70).SelectMany(n => Gen.Zip(Gen.Constant(n), Gen.Choose(1, n))).ToArbitrary(),
        sizes =>
        {
            var (size, part) = sizes;
            var leaves = Enumerable.Range(0, 80).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i))).ToArray();
            var tree = new MerkleTree();
            Array.ForEach(leaves, tree.Add);
            return Hex(tree.Root(size)) == Hex(Root(leaves[..size]))
                && tree.Inclusion(part - 1, size).Select(Hex).SequenceEqual(Path(part - 1, leaves[..size]).Select(Hex))
                && tree.Consistency(part, size).Select(Hex).SequenceEqual(SubProof(part, leaves[..size], true).Select(Hex));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(9, 9)]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void A_proof_of_what_is_not_there_is_refused(long first, long second) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tree().Consistency(first, second));

    private static MerkleTree Tree()
    {
        var tree = new MerkleTree();
        Array.ForEach(Leaves, l => tree.Add(MerkleTree.LeafHash(Convert.FromHexString(l))));
        return tree;
    }

    // Section 2.1, 2.1.1 and 2.1.2, word for word.
    private static byte[] Root(byte[][] d) => d.Length == 1 ? d[0] : Node(Root(d[..K(d)]), Root(d[K(d)..]));

    private static IEnumerable<byte[]> Path(int m, byte[][] d)
    {
        if (d.Length == 1)
            return [];
        return m < K(d) ? Path(m, d[..K(d)]).Append(Root(d[K(d)..])) : Path(m - K(d), d[K(d)..]).Append(Root(d[..K(d)]));
    }

    private static IEnumerable<byte[]> SubProof(int m, byte[][] d, bool b)
    {
        if (m == d.Length)
            return b ? [] : [Root(d)];
        return m <= K(d) ? SubProof(m, d[..K(d)], b).Append(Root(d[K(d)..])) : SubProof(m - K(d), d[K(d)..], false).Append(Root(d[..K(d)]));
    }

    private static int K(byte[][] d)
    {
        var k = 1;
        while (k * 2 < d.Length)
            k *= 2;
        return k;
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

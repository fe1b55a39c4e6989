using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class ModelFileTests
{
    private static readonly byte[] Trees = new MlRegressionFactory().TrainToBytes("fast-tree", 1, SyntheticTraces.Mixed(5, 1_000));
    private static readonly byte[] Linear = new MlRegressionFactory().TrainToBytes("linear", 1, SyntheticTraces.Mixed(5, 1_000));

    [Test]
    public void Write_ModelThatWasRead_GivesTheSameBytes([Values] bool linear)
    {
        byte[] content = linear ? Linear : Trees;
        using var written = new MemoryStream();

        ModelFile.Write(ModelFile.Parse(content), written);

        Assert.That(written.ToArray(), Is.EqualTo(content));
    }

    [Test]
    public void Read_Truncated_IsRefusedWithFileAndReason()
    {
        using var folder = new TemporaryFolder();
        for (int length = 0; length < Linear.Length - 2; length += 67)
        {
            string path = folder.Write("cut.json", Linear[..length]);
            Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.StartsWith($"{path} is no usable ml-regression model: "), $"{length} bytes");
        }
    }

    [Test]
    public void Read_AnyByteChanged_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        for (int position = 0; position < Linear.Length - 1; position += 31)
        {
            byte[] damaged = [.. Linear];
            damaged[position] ^= (byte)random.Next(1, 256);
            string path = folder.Write("damaged.json", damaged);
            Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(path), $"byte {position}");
        }
    }

    [Test]
    public void Read_MissingFile_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("none.json");

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.StartsWith($"The ml-regression model {path} can't be read: "));
    }

    [Test]
    public void Read_HugeFile_IsRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("huge.json");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(ModelFile.MaxBytes + 1);
        }

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains("it has 67108865 bytes"));
    }

    [TestCase("", "JSON")]
    [TestCase("hello", "is an invalid")]
    [TestCase("[]", "does not begin with \"format\"")]
    [TestCase("{}", "does not begin with \"format\"")]
    [TestCase("""{"format":1}""", "does not begin with \"format\"")]
    [TestCase("""{"format":"predictors-ml-regression"}""", "its version is , this version of the plugin reads 4")]
    [TestCase("""{"format":"predictors-ml-regression","version":5}""", "its version is 5, this version of the plugin reads 4")]
    [TestCase("""{"format":"predictors-ml-regression","version":"1"}""", "its version is 1, this")]
    [TestCase("""{"format":"\udc00"}""", "no usable ml-regression model")]
    [TestCase("""{"format":"predictors-ml-regression","version":4}""", "\"model\" is missing")]
    [TestCase("""{"format":"predictors-ml-regression","version":4,"model":null}""", "it is damaged")]
    [TestCase("""{"format":"predictors-ml-regression","version":4,"sha256":"74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b","model":null}""", "\"model\" is null")]
    public void Read_ForeignFile_IsRefusedWithTheReason(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("foreign.json", Encoding.UTF8.GetBytes(content));

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason));
    }

    private static IEnumerable<TestCaseData> UnsoundModels()
    {
        static TestCaseData Case(string name, Action<JsonNode> change, string reason) =>
            new TestCaseData(change, reason).SetArgDisplayNames(name);

        yield return Case("trainer", m => m["trainer"] = "magic", "its trainer is 'magic', not one of fast-tree, linear, light-gbm");
        yield return Case("features", m => m["features"]![3] = "colour", "it was trained on the features idle-1, idle-2, idle-3, colour");
        yield return Case("null feature", m => m["features"]![3] = null, "it was trained on the features");
        yield return Case("no model", m => m["trees"] = null, "it must hold either a linear model or trees");
        yield return Case("two models", m => m["linear"] = new JsonObject { ["weights"] = new JsonArray(), ["bias"] = 1 }, "it must hold either");
        yield return Case("null trace", m => m["traces"]![0] = null, "the SHA-256 of every trace");
        yield return Case("hash", m => m["traces"]![0]!["sha256"] = "ABC", "the SHA-256 of every trace");
        yield return Case("null hash", m => m["traces"]![0]!["sha256"] = null, "sha256");
        yield return Case(
            "left out and trained on",
            m => m["leftOut"]!.AsArray().Add(new JsonObject { ["name"] = "both", ["sha256"] = m["traces"]![0]!["sha256"]!.DeepClone() }),
            "it names both as left out and as trained on");
        yield return Case("no seed", m => m.AsObject().Remove("seed"), "seed");
        yield return Case("more", m => m["surprise"] = 1, "surprise");
        yield return Case("null array", m => m["trees"]!["left"] = null, "left");
        yield return Case("short array", m => m["trees"]!["left"]!.AsArray().RemoveAt(0), "they must be as many");
        yield return Case("feature index", m => m["trees"]!["features"]![2] = FeatureVector.Count, "node 2 compares feature 16");
        yield return Case("negative feature", m => m["trees"]!["features"]![2] = -1, "node 2 compares feature -1");
        yield return Case("cycle", m => m["trees"]!["left"]![5] = 5, "the left child of node 5 is 5");
        yield return Case("no node", m => m["trees"]!["right"]![5] = 100_000, "the right child of node 5 is 100000");
        yield return Case("no leaf", m => m["trees"]!["right"]![5] = -100_000, "the right child of node 5 is -100000");
        yield return Case("last leaf's successor", m => m["trees"]!["right"]![5] = ~m["trees"]!["leaves"]!.AsArray().Count, "which is no later node and no leaf");
        yield return Case("root", m => m["trees"]!["roots"]![1] = int.MaxValue, "the root of tree 1 is 2147483647");
        yield return Case("leaf", m => m["trees"]!["leaves"]![1] = 1e7, "a leaf or the bias is larger than 1000000");
        yield return Case("threshold", m => m["trees"]!["thresholds"]![1] = 1e300, "node 1 compares feature");
        yield return Case("lengths", m => m["lengths"]!["counts"]!.AsArray().RemoveAt(0), "its lengths have 6911 counts, not 6912");
        yield return Case("features' shares", m => m["featureShares"]!.AsArray().RemoveAt(0), "a share from 0 to 1 for each of 16 features");
        yield return Case("negative share", m => m["featureShares"]![2] = -0.5, "a share from 0 to 1 for each of 16 features");
        yield return Case("negative length", m => m["lengths"]!["counts"]![3] = -1, "a count of its lengths is negative");
        yield return Case("text", m => m["trees"]!["thresholds"]![1] = "x", "thresholds");
    }

    [TestCaseSource(nameof(UnsoundModels))]
    public void Read_UnsoundModelWithTheRightHash_IsRefusedWithTheReason(Action<JsonNode> change, string reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("unsound.json", Changed(Trees, change));

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason).And.Message.Contains(path));
    }

    [TestCase(15)]
    [TestCase(17)]
    public void Read_WrongNumberOfWeights_IsRefused(int weights)
    {
        using var folder = new TemporaryFolder();
        var array = new JsonArray([.. Enumerable.Range(0, weights).Select(i => (JsonNode)i)]);
        string path = folder.Write("unsound.json", Changed(Linear, m => m["linear"]!["weights"] = array));

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains($"it has {weights} weights for 16 features"));
    }

    [Test]
    public void Read_WeightBeyondReason_IsRefused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("unsound.json", Changed(Linear, m => m["linear"]!["weights"]![4] = -1e300));

        Assert.That(() => ModelFile.Read(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains("a weight or the bias is larger than 1000000"));
    }

    private static byte[] Changed(byte[] file, Action<JsonNode> change)
    {
        JsonNode model = JsonNode.Parse(file)!["model"]!;
        change(model);
        string text = model.ToJsonString(JsonSerializerOptions.Default);
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Encoding.UTF8.GetBytes($$"""{"format":"predictors-ml-regression","version":4,"sha256":"{{hash}}","model":{{text}}}""");
    }
}

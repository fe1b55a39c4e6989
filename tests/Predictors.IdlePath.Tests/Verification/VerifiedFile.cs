using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>What <c>predictors verify FILE -p NAME</c> does.</summary>
internal static class VerifiedFile
{
    /// <summary>The predictor that follows the rule which a file of this name records.</summary>
    public static IPredictorFactory RuleOf(string path) =>
        Path.GetFileName(path).StartsWith("kvm-", StringComparison.Ordinal) ? new KvmHaltPollFactory() : new HaltPollFactory();

    /// <summary>Verifies with the parameters from the file's first line, and the given ones in their place.</summary>
    public static VerificationResult Verify(string path, IPredictorFactory factory, params (string Name, string Value)[] given)
    {
        using IKernelEventReader events = KernelEventReaders.Open(path, new KernelEventReaderOptions());
        Dictionary<string, string> texts = new(RecordedParameters.From(events.Settings, factory.Description));
        foreach ((string name, string value) in given)
        {
            texts[name] = value;
        }

        return Verification.Run(events, factory, ParameterValues.Parse(factory.Description, texts));
    }

    public static string Describe(VerificationResult result) =>
        string.Join(Environment.NewLine, [.. result.Notes, .. result.First.Select(d => d.ToString())]);
}

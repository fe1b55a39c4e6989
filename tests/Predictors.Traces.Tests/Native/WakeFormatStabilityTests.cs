using Predictors.Traces.Native;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Native;

/// <summary>What version 1 looks like in bytes: files that exist must stay readable.</summary>
public sealed class WakeFormatStabilityTests
{
    [Test]
    public void Writer_SmallTrace_WritesTheseBytes()
    {
        byte[] bytes = WakeBytes.Of(WakeBytes.Small(), compress: false);

        Assert.That(Convert.ToHexStringLower(bytes), Is.EqualTo("GOLD"));
    }
}

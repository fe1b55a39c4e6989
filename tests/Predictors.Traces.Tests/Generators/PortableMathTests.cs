using Predictors.Traces.Generators;

namespace Predictors.Traces.Tests.Generators;

public sealed class PortableMathTests
{
    [Test]
    public void Log_AnyNumber_IsThatOfTheFramework()
    {
        for (int exponent = -300; exponent <= 300; exponent += 3)
        {
            for (double mantissa = 1; mantissa < 10; mantissa += 0.37)
            {
                double x = mantissa * Math.Pow(10, exponent);
                Assert.That(PortableMath.Log(x), Is.EqualTo(Math.Log(x)).Within(1e-15 + (Math.Abs(Math.Log(x)) * 1e-15)), $"{x}");
            }
        }
    }

    [Test]
    public void Exp_AnyNumber_IsThatOfTheFramework()
    {
        for (double x = -100; x <= 100; x += 0.0937)
        {
            // The splitting of x loses as many digits as x has before its point.
            Assert.That(PortableMath.Exp(x) / Math.Exp(x), Is.EqualTo(1).Within(2e-15 + (Math.Abs(x) * 3e-16)), $"{x}");
        }
    }

    [Test]
    public void LogAndExp_GivenArguments_HaveTheseBits() => Assert.Multiple(() =>
    {
        Assert.That(BitConverter.DoubleToUInt64Bits(PortableMath.Log(0.1)), Is.EqualTo(0xC0026BB1BBB55515));
        Assert.That(BitConverter.DoubleToUInt64Bits(PortableMath.Log(1234.5)), Is.EqualTo(0x401C79436F818745));
        Assert.That(BitConverter.DoubleToUInt64Bits(PortableMath.Exp(-3.7)), Is.EqualTo(0x3F99511FC6871044));
    });
}

using CsCheck;

namespace Predictors.Hosting.Tests;

public sealed class PluginFileTests
{
    [Test]
    public void Read_GoodPlugin_TellsWhatItIs()
    {
        PluginFile plugin = PluginFile.Read(PluginDirectory.Fixture("ModulePlugin"))!;

        Assert.Multiple(() =>
        {
            Assert.That(plugin.Name, Is.EqualTo("ModulePlugin"));
            Assert.That(plugin.TargetFramework, Is.EqualTo(".NETCoreApp,Version=v10.0"));
            Assert.That(plugin.References["Predictors.Abstractions"], Is.EqualTo(new Version(1, 1, 0, 0)));
            Assert.That(plugin.ReferencesModuleContract);
            Assert.That(plugin.DefinesContract, Is.False);
        });
    }

    [Test]
    public void Read_DamagedBytes_AreReadOrReported()
    {
        byte[] whole = File.ReadAllBytes(PluginDirectory.Fixture("StructPredictor"));
        Gen<(int At, byte Value)[]> damage = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 20];
        int reported = 0;
        using var directory = new PluginDirectory();
        damage.Sample(
            changes =>
            {
                byte[] damaged = [.. whole];
                foreach ((int at, byte value) in changes)
                {
                    damaged[at] = value;
                }

                string file = directory.Write(damaged, "damaged.dll");
                try
                {
                    PluginFile.Read(file);
                }
                catch (BadImageFormatException)
                {
                    reported++;
                }
            },
            iter: 2000,
            threads: 1);

        Assert.That(reported, Is.GreaterThan(0));
    }
}

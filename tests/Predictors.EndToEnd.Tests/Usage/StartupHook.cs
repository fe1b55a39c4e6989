using System.Text;

/// <summary>Found by its name: the runtime calls it before the command where DOTNET_STARTUP_HOOKS names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => Console.SetOut(new Unfit());

    private sealed class Unfit : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException("planted");
    }
}

using Predictors.Abstractions;

namespace StructPredictor;

public sealed class StructFactory : IPredictorFactory<Window>
{
    private static readonly DurationParameter s_window = new("window", "How long to poll.", 50_000, 0, 1_000_000);
    private static readonly IntegerParameter s_count = new("count", "A whole number.", 3, -10, 100);
    private static readonly NumberParameter s_ratio = new("ratio", "A number.", 0.5, 0, 10);
    private static readonly ChoiceParameter s_mode = new("mode", "A word.", "plain", "fancy");
    private static readonly SwitchParameter s_eager = new("eager", "A switch.", false);
    private static readonly FileParameter s_model = new("model", "A file.");

    public PredictorDescription Description { get; } =
        new("struct-predictor", "Polls for a fixed window.", s_window, s_count, s_ratio, s_mode, s_eager, s_model);

    public Window Create(ParameterValues values, int vcpu) => new(values.Get(s_window));
}
